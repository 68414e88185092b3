package dev.waymark.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Tells elements as they are sent apart from elements as they are answered: the same record describes both, but an answered
 * one always has its id and its lists. What is sent becomes {@code NeedDraft}, what is answered stays {@code Need}. Runs
 * last, when the bodies of requests are complete.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 100)
public class Drafts implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        var schemas = new TreeMap<>(api.getComponents().getSchemas());
        var sent = new TreeSet<String>();
        bodies(api).forEach(body -> collect(body.getSchema(), schemas, sent));
        var drafts = new LinkedHashMap<String, String>();
        sent.stream()
                .filter(name -> !name.endsWith("Draft") && !name.endsWith("Patch"))
                .filter(name -> holdsElements(name, schemas, new HashSet<>()))
                .forEach(name -> drafts.put(name, name + "Draft"));

        sent.stream()
                .filter(name -> name.endsWith("Draft") || name.endsWith("Patch"))
                .forEach(name -> api.getComponents().addSchema(name, renamed(schemas.get(name), drafts)));
        drafts.forEach((name, draft) -> {
            api.getComponents().addSchema(draft, renamed(schemas.get(name), drafts));
            requireWhatIsAnswered(schemas.get(name));
        });
        bodies(api).forEach(body -> body.setSchema(renamed(body.getSchema(), drafts)));
    }

    private static List<MediaType> bodies(OpenAPI api) {
        return api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .map(Operation::getRequestBody)
                .filter(body -> body != null && body.getContent() != null)
                .flatMap(body -> body.getContent().getMediaTypes().values().stream())
                .filter(type -> type.getSchema() != null)
                .toList();
    }

    private static void collect(Schema schema, Map<String, Schema> schemas, Set<String> names) {
        if (schema.getRef() != null && names.add(Schemas.name(schema)) && schemas.containsKey(Schemas.name(schema))) {
            collect(schemas.get(Schemas.name(schema)), schemas, names);
        }
        parts(schema).forEach(part -> collect(part, schemas, names));
    }

    private static boolean holdsElements(String name, Map<String, Schema> schemas, Set<String> seen) {
        var schema = schemas.get(name);
        if (schema == null || !seen.add(name)) {
            return false;
        }
        return Schemas.isElement(schema) || refs(schema).anyMatch(ref -> holdsElements(ref, schemas, seen));
    }

    private static Stream<String> refs(Schema schema) {
        return Stream.concat(
                schema.getRef() == null ? Stream.empty() : Stream.of(Schemas.name(schema)),
                parts(schema).flatMap(Drafts::refs));
    }

    private static Stream<Schema> parts(Schema schema) {
        var properties =
                schema.getProperties() == null ? Stream.<Schema>empty() : schema.getProperties().values().stream();
        var choices = Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
                .filter(list -> list != null)
                .flatMap(List::stream);
        var nested = Stream.ofNullable(schema.getItems());
        return Stream.of(properties, choices, nested).flatMap(part -> part);
    }

    private static void requireWhatIsAnswered(Schema element) {
        var required = new TreeSet<>(element.getRequired() == null ? List.of() : element.getRequired());
        element.getProperties().forEach((name, property) -> {
            if (Schemas.isList(property) || name.equals("id") && Schemas.isElement(element)) {
                required.add(name);
            }
        });
        element.setRequired(new ArrayList<>(required));
    }

    /** A copy whose references lead to the drafts. */
    private static Schema renamed(Schema schema, Map<String, String> drafts) {
        var copy = OASFactory.createSchema();
        schema.getAll().forEach(copy::set);
        if (schema.getRef() != null) {
            copy.setRef(drafts.getOrDefault(Schemas.name(schema), Schemas.name(schema)));
        }
        if (schema.getProperties() != null) {
            var properties = new LinkedHashMap<String, Schema>();
            schema.getProperties().forEach((name, property) -> properties.put(name, renamed(property, drafts)));
            copy.setProperties(properties);
        }
        copy.setItems(schema.getItems() == null ? null : renamed(schema.getItems(), drafts));
        copy.setAnyOf(renamed(schema.getAnyOf(), drafts));
        copy.setOneOf(renamed(schema.getOneOf(), drafts));
        copy.setAllOf(renamed(schema.getAllOf(), drafts));
        return copy;
    }

    private static List<Schema> renamed(List<Schema> schemas, Map<String, String> drafts) {
        return schemas == null
                ? null
                : schemas.stream().map(part -> renamed(part, drafts)).toList();
    }
}
