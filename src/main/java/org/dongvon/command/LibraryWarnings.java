package org.dongvon.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The libraries of the bill of materials that a list of warnings names, each with the day by which it must be mended. The list
 * is in the format of OSV, a warning a file, as one .json or all of them in one .zip.
 */
final class LibraryWarnings {

    private static final String BILL = "/META-INF/sbom/application.cdx.json";
    private static final String MAVEN = "Maven";

    /** From the warning on; SECURITY.md says the same to people. */
    private static final Map<String, Integer> DAYS = Map.of("CRITICAL", 2, "HIGH", 7, "MODERATE", 30, "MEDIUM", 30);

    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, String> versions = new HashMap<>();

    /** Against the libraries that this program runs with. */
    LibraryWarnings() throws IOException {
        try (var bill = LibraryWarnings.class.getResourceAsStream(BILL)) {
            if (bill == null) {
                throw new IOException("no bill of materials at " + BILL);
            }
            for (var part : json.readTree(bill).at("/components")) {
                versions.put(
                        part.at("/group").asString("") + ":" + part.at("/name").asString(""),
                        part.at("/version").asString(""));
            }
        }
    }

    int libraries() {
        return versions.size();
    }

    /** The version of a library, {@code group:name}; none when the program runs without it. */
    Optional<String> version(String library) {
        return Optional.ofNullable(versions.get(library));
    }

    /** Those that concern this program, the most urgent first. */
    List<Warning> in(Path file) throws IOException {
        var found = new ArrayList<Warning>();
        if (file.toString().endsWith(".zip")) {
            try (var zip = new ZipInputStream(Files.newInputStream(file))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    if (entry.getName().endsWith(".json")) {
                        found.addAll(of(json.readTree(zip.readAllBytes())));
                    }
                }
            }
        } else {
            try (InputStream in = Files.newInputStream(file)) {
                found.addAll(of(json.readTree(in.readAllBytes())));
            }
        }
        found.sort(Comparator.comparing(Warning::mendBy, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Warning::library)
                .thenComparing(Warning::id));
        return found;
    }

    private List<Warning> of(JsonNode warning) {
        if (warning.at("/id").asString("").isEmpty()) {
            throw new IllegalArgumentException("a warning has an id");
        }
        if (!warning.at("/withdrawn").isMissingNode()) {
            return List.of();
        }
        var severity = warning.at("/database_specific/severity").asString("").toUpperCase(Locale.ROOT);
        var published = warning.at("/published").asString("");
        var days = DAYS.get(severity);
        var mendBy = days == null || published.length() < 10
                ? null
                : LocalDate.parse(published.substring(0, 10)).plusDays(days);
        return StreamSupport.stream(warning.at("/affected").spliterator(), false)
                .filter(this::concernsUs)
                .map(affected -> affected.at("/package/name").asString(""))
                .distinct()
                .map(name -> new Warning(
                        name, versions.getOrDefault(name, ""), warning.at("/id").asString(""), severity, mendBy))
                .toList();
    }

    private boolean concernsUs(JsonNode affected) {
        var ours = versions.get(affected.at("/package/name").asString(""));
        if (ours == null || !affected.at("/package/ecosystem").asString("").equals(MAVEN)) {
            return false;
        }
        for (var version : affected.at("/versions")) {
            if (version.asString("").equals(ours)) {
                return true;
            }
        }
        for (var range : affected.at("/ranges")) {
            if (range.at("/type").asString("").equals("ECOSYSTEM") && isWithin(MavenVersion.of(ours), range)) {
                return true;
            }
        }
        return false;
    }

    /** The events of a range come in the order of versions: from which on, until which. */
    private static boolean isWithin(MavenVersion ours, JsonNode range) {
        boolean within = false;
        for (var event : range.at("/events")) {
            var introduced = event.at("/introduced").asString("");
            var fixed = event.at("/fixed").asString("");
            var last = event.at("/last_affected").asString("");
            if (!introduced.isEmpty() && ours.compareTo(MavenVersion.of(introduced)) >= 0) {
                within = true;
            } else if ((!fixed.isEmpty() && ours.compareTo(MavenVersion.of(fixed)) >= 0)
                    || (!last.isEmpty() && ours.compareTo(MavenVersion.of(last)) > 0)) {
                within = false;
            }
        }
        return within;
    }

    /**
     * A warning about a library that the program runs with.
     *
     * @param severity as the warning says it; empty when it does not
     * @param mendBy the last day; none for what waits for the next release
     */
    record Warning(
            String library,
            String version,
            String id,
            String severity,
            @Nullable LocalDate mendBy) {

        boolean isBeyond(LocalDate day) {
            return mendBy != null && mendBy.isBefore(day);
        }
    }
}
