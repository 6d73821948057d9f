package org.dongvon.report.figures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dongvon.document.Document;

/**
 * Documents of the register that a text cites with a day: "Chỉ thị 40-CT/TW ngày 22/11/2014", "40-CT/TW (22/11/2014)".
 * The day must follow the number in the same clause; a document whose day was not established is passed over.
 */
public final class CitedDocuments {

    private static final String DAY =
            "(?:(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})|(\\d{1,2}) tháng (\\d{1,2}) năm (\\d{4})|(\\d{4})-(\\d{2})-(\\d{2}))";
    // "Chỉ thị 40-CT/TW đến 31/12/2024", "… tại Hà Tĩnh ngày …": the day of what is told of it, not the document's own.
    private static final String OTHERS_DAY =
            "(?<!\\p{L})(?:đến|tới|tính|từ|sau|trước|tại|ở|as of|until|since|after|before|up to|in)(?!\\p{L})";
    private static final String BETWEEN = "(?:(?!" + OTHERS_DAY
            + ")(?:\\([^()\\d]{1,40}\\)|[^;,.()\\[\\]\\d])){0,160}?[,(]?\\s*(?:ký\\s+|ban hành\\s+)?(?:ngày\\s+)?";
    /** A directive of the Party's, of which people tell the number alone: "Chỉ thị số 40". */
    private static final Pattern PARTY_DIRECTIVE = Pattern.compile("(\\d+)-CT/TW");

    private final Map<String, Set<LocalDate>> issued = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Pattern pattern;
    private final Map<String, List<Citation>> known = new HashMap<>();

    /** The register to hold citations against. */
    public CitedDocuments(List<Document> register) {
        for (var document : register) {
            var on = document.days().issuedOn();
            if (on != null) {
                add(document.number(), document.number(), on);
                add(document.code(), document.number(), on);
                var directive = PARTY_DIRECTIVE.matcher(document.number());
                if (directive.matches()) {
                    add("Chỉ thị " + directive.group(1), document.number(), on);
                    add("Chỉ thị số " + directive.group(1), document.number(), on);
                }
            }
        }
        var names = issued.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(CitedDocuments::spellings)
                .collect(Collectors.joining("|"));
        this.pattern = Pattern.compile(
                "(?<![\\p{L}\\d/-])(" + names + ")(?![\\p{L}\\d/-])" + BETWEEN + DAY + "(?!\\d)",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private void add(String name, String number, LocalDate on) {
        var key = key(folded(name));
        numbers.put(key, number);
        issued.computeIfAbsent(key, each -> new TreeSet<>()).add(on);
    }

    /** The documents that a text cites with a day, in its order. */
    public List<Citation> in(String text) {
        return issued.isEmpty() ? List.of() : known.computeIfAbsent(text, this::find);
    }

    private List<Citation> find(String text) {
        var found = new ArrayList<Citation>();
        pattern.matcher(folded(text))
                .results()
                .forEach(match -> day(match).ifPresent(day -> {
                    var name = key(match.group(1));
                    var days = Objects.requireNonNull(issued.get(name));
                    var number = Objects.requireNonNull(numbers.get(name));
                    var right = days.contains(day) ? day : days.iterator().next();
                    found.add(new Citation(number, day, right));
                }));
        return List.copyOf(found);
    }

    private static Optional<LocalDate> day(MatchResult match) {
        try {
            if (match.group(8) != null) {
                return Optional.of(day(match, 8, 9, 10));
            }
            int first = match.group(2) != null ? 2 : 5;
            return Optional.of(day(match, first + 2, first + 1, first));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(MatchResult match, int year, int month, int day) {
        return LocalDate.of(
                Integer.parseInt(match.group(year)),
                Integer.parseInt(match.group(month)),
                Integer.parseInt(match.group(day)));
    }

    /** "40-CT/TW" is written "40/CT-TW" and "40 CT/TW" too. */
    private static String spellings(String key) {
        return Arrays.stream(key.split("-", -1)).map(Pattern::quote).collect(Collectors.joining("[-/ ]"));
    }

    private static String key(String folded) {
        return folded.replaceAll("[-/ ]", "-");
    }

    private static String folded(String text) {
        return text.replaceAll("[‐‑‒–—−]", "-").toLowerCase(Locale.ROOT);
    }

    /**
     * A document with the day that a text gives for it.
     *
     * @param issued the day in the register
     */
    public record Citation(String number, LocalDate cited, LocalDate issued) {

        public boolean holds() {
            return cited.equals(issued);
        }
    }
}
