package dev.waymark.gapmap.imports;

import dev.waymark.gapmap.gapmap.RatedMap;
import dev.waymark.gapmap.imports.Tally.Refused;
import dev.waymark.gapmap.imports.file.Row;
import dev.waymark.gapmap.neighbour.KnownPersona;
import dev.waymark.gapmap.ratings.Item;
import dev.waymark.gapmap.ratings.Kind;
import dev.waymark.http.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which questions a row answers: of a wide file always the same, of a long one that which the row names. */
interface Questions {

    /** What every row may answer, but not the outcome; what is only found out row by row is not among it. */
    List<Item> items();

    /** @throws Refused if the row names none that there is */
    List<Cell> cells(Row row) throws Refused;

    /** @throws Problem 422 with a pointer for each need that the persona does not have; 400 if two columns mean the same */
    static Questions of(Mapping mapping, RatedMap map) {
        return mapping.isLong() ? Long.of(mapping, map) : Wide.of(mapping, map.needs());
    }

    private static KnownPersona.Need need(List<KnownPersona.Need> known, String reference, String pointer) {
        return known.stream()
                .filter(need -> need.isNamed(reference))
                .findFirst()
                .orElseThrow(() -> Problem.unknownReference(
                        pointer, "The persona has no need " + reference + " that is known here."));
    }

    /** @param byColumn without the outcome, in the order of the mapping */
    record Wide(Map<String, Item> byColumn, String outcome) implements Questions {

        static Wide of(Mapping mapping, List<KnownPersona.Need> known) {
            var byColumn = new LinkedHashMap<String, Item>();
            mapping.wide().forEach((kind, columns) -> columns.columns().forEach((column, reference) -> {
                var pointer = Mapping.pointer(columns.field(), column);
                var item = Item.of(need(known, reference, pointer), kind);
                if (byColumn.containsValue(item)) {
                    throw Problem.invalid(pointer, "another column is mapped to the same need");
                }
                if (byColumn.put(column, item) != null) {
                    throw Problem.invalid(pointer, "the column has another meaning as well");
                }
            }));
            return new Wide(byColumn, mapping.outcome());
        }

        @Override
        public List<Item> items() {
            return List.copyOf(byColumn.values());
        }

        @Override
        public List<Cell> cells(Row row) {
            var cells = new ArrayList<Cell>(byColumn.size() + 1);
            byColumn.forEach((column, item) -> cells.add(cell(row, column, item)));
            if (outcome != null) {
                cells.add(cell(row, outcome, Item.OUTCOME));
            }
            return cells;
        }

        private static Cell cell(Row row, String column, Item item) {
            return new Cell(column, column, item, row.get(column));
        }
    }

    /** @param byName what the file's items are: those of the mapping, or the needs' ids and keys */
    record Long(Mapping mapping, Map<String, KnownPersona.Need> byName, boolean outcome) implements Questions {

        static Long of(Mapping mapping, RatedMap map) {
            var byName = new LinkedHashMap<String, KnownPersona.Need>();
            if (mapping.items() != null) {
                mapping.items().forEach((name, reference) -> {
                    var need = need(map.needs(), reference, Mapping.pointer("items", name));
                    if (byName.containsValue(need)) {
                        throw Problem.invalid(Mapping.pointer("items", name), "another item is the same need");
                    }
                    byName.put(name, need);
                });
            } else {
                map.needs().stream().filter(need -> need.key() != null).forEach(need -> {
                    byName.put(need.key(), need);
                    byName.put("key:" + need.key(), need);
                });
                // After the keys: nobody takes another's answers by being named like its id.
                map.needs().forEach(need -> byName.put(need.id().toString(), need));
            }
            return new Long(mapping, byName, map.settings().outcome() != null);
        }

        @Override
        public List<Item> items() {
            return List.of();
        }

        @Override
        public List<Cell> cells(Row row) throws Refused {
            var kind = kind(row);
            var label = row.get(mapping.item());
            var text = row.get(mapping.value());
            if (kind == Kind.OUTCOME) {
                if (!outcome) {
                    throw new Refused(mapping.kind(), "the gap map's settings name no outcome");
                }
                return List.of(new Cell(kind.name(), mapping.value(), Item.OUTCOME, text));
            }
            var need = byName.get(label);
            if (need == null) {
                throw RowReader.unknown(mapping.item(), label);
            }
            var name = kind == Kind.RATING ? label : label + " " + kind;
            return List.of(new Cell(name, mapping.value(), Item.of(need, kind), text));
        }

        private Kind kind(Row row) throws Refused {
            if (mapping.kind() == null || row.get(mapping.kind()).isBlank()) {
                return Kind.RATING;
            }
            var text = row.get(mapping.kind());
            return Kind.named(text)
                    .orElseThrow(() -> new Refused(
                            mapping.kind(),
                            "is none of RATING, IMPORTANCE, EXPECTED, KANO_F, KANO_D, OUTCOME: "
                                    + RowReader.shortened(text)));
        }
    }
}
