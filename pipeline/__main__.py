"""The entry of the command: every error becomes a plain sentence and an exit code.

Its own imports are light; those of the command take a second in which Ctrl-C has to end plainly.
"""

import signal
import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command; SIGTERM, as systemd sends it, ends a run like Ctrl-C."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        sys.exit(_run())
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _run() -> int:
    from pipeline import messages
    from pipeline.cli import invoke
    from pipeline.errors import PipelineError

    try:
        return invoke()
    except PipelineError as error:
        if "--traceback" in sys.argv:
            raise
        for language in messages.LANGUAGES:
            weight = messages.text(language, "severity-error")
            sys.stderr.write(f"{weight}: {error.message(language)}\n")
        return error.exit_code


if __name__ == "__main__":
    main()
