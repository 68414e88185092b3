package dev.waymark.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A mistyped query parameter is 400 and named; Jakarta REST would say 404, as for a path. */
@Provider
public class QueryParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked") // the converter is chosen by the very type
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return Stream.of(annotations)
                .filter(QueryParam.class::isInstance)
                .findFirst()
                .map(parameter -> (ParamConverter<T>) converter(((QueryParam) parameter).value(), type))
                .orElse(null);
    }

    private static ParamConverter<?> converter(String name, Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return new Named<>(name, "must be a whole number", Integer::valueOf);
        }
        if (type.isEnum()) {
            var names = Stream.of(type.getEnumConstants()).map(String::valueOf).toList();
            return new Named<>(name, "must be one of " + String.join(", ", names), text -> constant(type, names, text));
        }
        return type == UUID.class ? new Named<>(name, "must be a UUID", UUID::fromString) : null;
    }

    private static Object constant(Class<?> type, List<String> names, String text) {
        if (!names.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return type.getEnumConstants()[names.indexOf(text)];
    }

    private record Named<T>(String name, String expected, java.util.function.Function<String, T> parse)
            implements ParamConverter<T> {
        @Override
        public T fromString(String value) {
            try {
                return value == null ? null : parse.apply(value);
            } catch (IllegalArgumentException e) {
                throw Problem.invalid(name, expected);
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
