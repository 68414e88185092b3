package dev.waymark.gapmap.ratings;

/**
 * What a row answers to one question, as text.
 *
 * @param label what the file calls the question: its column, or in a long file its item
 * @param name what reports call it: also the kind, where the label alone does not say
 * @param column where the text stands
 */
record Cell(String label, String name, String column, Item item, String text) {}
