package dev.waymark.persona.persona;

import java.util.List;

/** What is said of a persona, as it stands in the {@code content} column. */
record PersonaContent(String name, String headline, List<Need> needs) {}
