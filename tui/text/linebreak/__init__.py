"""Line breaking of Chinese and English text (W3C clreq, Unicode UAX #14)."""
