package dev.waymark.persona.segment;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.waymark.persona.value.Scalar;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a criterion compares with: one plain value, or a list of them.
 *
 * @param single null if it is a list
 * @param list null if it is a single value
 */
@JsonDeserialize(using = CriterionValue.Reader.class)
@Schema(
        description = "A plain value, or a list of plain values; which, the operator says",
        extensions =
                @Extension(name = "x-any", value = "true")) // clients cannot be generated of a list among plain values
public record CriterionValue(Scalar single, List<Scalar> list) {

    static final CriterionValue TRUE = new CriterionValue(new Scalar(true), null);

    @JsonValue
    Object json() {
        return single == null ? list : single;
    }

    boolean isSingle() {
        return single != null;
    }

    boolean isText() {
        return isSingle() && single.isText();
    }

    boolean isFlag() {
        return isSingle() && single.isFlag();
    }

    boolean isNumberOrDate() {
        return isSingle() && (single.isNumber() || single.isDate());
    }

    boolean isListOfOneType(int most) {
        return list != null
                && !list.isEmpty()
                && list.size() <= most
                && list.stream().allMatch(list.getFirst()::sameTypeAs);
    }

    boolean isRange() {
        return isListOfOneType(2)
                && list.size() == 2
                && list.stream().allMatch(end -> end.isNumber() || end.isDate())
                && list.getFirst().upTo(list.getLast());
    }

    /** Tells a list from a single value. */
    static final class Reader extends StdDeserializer<CriterionValue> {

        Reader() {
            super(CriterionValue.class);
        }

        @Override
        public CriterionValue deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.isExpectedStartArrayToken()) {
                return new CriterionValue(context.readValue(parser, Scalar.class), null);
            }
            var scalars = context.getTypeFactory().constructCollectionType(List.class, Scalar.class);
            return new CriterionValue(null, context.readValue(parser, scalars));
        }
    }
}
