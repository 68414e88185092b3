package dev.waymark.http;

import dev.waymark.http.ProblemDetails.Violation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * What a query may say: the parameters that the resource method declares, itself or in a {@link BeanParam}, each once unless
 * it is a collection, and of its kind. A misspelt filter would narrow nothing, and nobody would notice; of a mistyped value
 * Jakarta REST would say 404, as of a path.
 */
@Provider
public class QueryParameters implements ParamConverterProvider {

    private final Set<String> ofEveryRead;
    private final Map<Method, Map<String, Boolean>> declared = new ConcurrentHashMap<>();

    /** @param ofEveryRead what may be said to every resource that is read, beside what it declares */
    QueryParameters(@ConfigProperty(name = "waymark.http.read-parameters") Optional<Set<String>> ofEveryRead) {
        this.ofEveryRead = ofEveryRead.orElse(Set.of());
    }

    /** @throws Problem 400 if something is said that the method does not know, or twice what it takes once */
    @ServerRequestFilter
    public void check(ResourceInfo resource, UriInfo uri) {
        var said = uri.getQueryParameters();
        if (said.isEmpty()) {
            return;
        }
        var known = declared.computeIfAbsent(resource.getResourceMethod(), this::declaredBy);
        var errors = new TreeMap<>(said)
                .entrySet().stream()
                        .flatMap(parameter -> fault(parameter.getKey(), parameter.getValue(), known))
                        .toList();
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static Stream<Violation> fault(String name, List<String> values, Map<String, Boolean> known) {
        if (!known.containsKey(name)) {
            var names = known.isEmpty() ? "none is known here" : "known are " + String.join(", ", known.keySet());
            return Stream.of(new Violation(name, "unknown parameter; " + names));
        }
        return values.size() == 1 || known.get(name)
                ? Stream.empty()
                : Stream.of(new Violation(name, "must be given once"));
    }

    /** The names by which a method takes parameters, in order, and whether each may be repeated. */
    private Map<String, Boolean> declaredBy(Method method) {
        var names = new TreeMap<String, Boolean>();
        if (method.isAnnotationPresent(GET.class)) {
            ofEveryRead.forEach(name -> names.put(name, false));
        }
        for (var parameter : method.getParameters()) {
            declare(parameter, parameter.getType(), names);
        }
        return names;
    }

    private static void declare(AnnotatedElement place, Class<?> type, Map<String, Boolean> names) {
        var parameter = place.getAnnotation(QueryParam.class);
        if (parameter != null) {
            names.put(parameter.value(), Collection.class.isAssignableFrom(type));
        }
        if (place.isAnnotationPresent(BeanParam.class)) {
            for (Class<?> bean = type; bean != null; bean = bean.getSuperclass()) {
                for (var field : bean.getDeclaredFields()) {
                    declare(field, field.getType(), names);
                }
            }
        }
    }

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
