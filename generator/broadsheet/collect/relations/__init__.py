"""What leads from an article to others: copies, related articles, series, neighbours."""
