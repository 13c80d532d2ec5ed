import java.util.Properties;
import org.apache.solr.embedded.JettyConfig;
import org.apache.solr.embedded.JettySolrRunner;

/** A whole Solr on 127.0.0.1. Usage: java -cp 'JARS/*' SolrServer.java HOME PORT */
public class SolrServer {
  public static void main(String[] arguments) throws Exception {
    int port = Integer.parseInt(arguments[1]);
    JettyConfig config = JettyConfig.builder().setPort(port).build();
    new JettySolrRunner(arguments[0], new Properties(), config).start();
    Thread.currentThread().join();
  }
}
