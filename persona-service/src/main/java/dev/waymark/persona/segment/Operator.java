package dev.waymark.persona.segment;

import java.util.function.Predicate;

/** How a criterion compares a customer's attribute with its value, and what value that wants. */
public enum Operator {
    EQ("a text, a number, or true or false", CriterionValue::isSingle),
    NE("a text, a number, or true or false", CriterionValue::isSingle),
    IN("a list of 1 to 200 values of one type", value -> value.isListOfOneType(200)),
    NOT_IN("a list of 1 to 200 values of one type", value -> value.isListOfOneType(200)),
    LT("a number, or a date like 2026-01-31", CriterionValue::isNumberOrDate),
    LE("a number, or a date like 2026-01-31", CriterionValue::isNumberOrDate),
    GT("a number, or a date like 2026-01-31", CriterionValue::isNumberOrDate),
    GE("a number, or a date like 2026-01-31", CriterionValue::isNumberOrDate),
    BETWEEN("a list of two numbers or two dates, the lower first", CriterionValue::isRange),
    CONTAINS("a text", CriterionValue::isText),
    EXISTS("true or false", CriterionValue::isFlag);

    private final String wanted;
    private final Predicate<CriterionValue> fitting;

    Operator(String wanted, Predicate<CriterionValue> fitting) {
        this.wanted = wanted;
        this.fitting = fitting;
    }

    String wanted() {
        return wanted;
    }

    /** @param value null if there is none */
    boolean fits(CriterionValue value) {
        return value != null && fitting.test(value);
    }
}
