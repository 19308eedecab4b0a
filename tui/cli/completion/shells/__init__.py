"""The scripts that ``medbrief completion`` prints, one for each shell."""
