package dev.waymark.gapmap.imports;

import dev.waymark.gapmap.ratings.Item;

/**
 * What a row answers to one question, as text.
 *
 * @param name what reports call the question, and missing codes go by: its column, or in a long file its item, and its kind unless that is
 *     RATING
 * @param column where the text stands
 */
record Cell(String name, String column, Item item, String text) {}
