"""Results of many documents -> affairs: which texts copy each other, which claims tell of the same conduct, who leans on whom."""
