package dev.waymark.journey.people;

/** Which part of the company somebody works in. */
public enum Function {
    MARKETING,
    SALES,
    PRODUCT,
    SERVICE,
    FINANCE,
    OPERATIONS,
    IT,
    OTHER
}
