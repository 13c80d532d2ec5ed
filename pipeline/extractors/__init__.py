"""What a source says, as tables under a schema; one module for each kind of material."""
