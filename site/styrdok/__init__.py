"""Where the two applications become one program: settings, addresses, server."""
