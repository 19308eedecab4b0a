"""Command-line parsing: command specifications, the fast parser, argparse, usage errors."""
