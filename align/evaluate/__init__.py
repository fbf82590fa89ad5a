"""What was found against what is true."""
