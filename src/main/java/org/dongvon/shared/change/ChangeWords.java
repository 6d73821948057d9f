package org.dongvon.shared.change;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the fields of a change into the reader's words, old beside new. */
@Component
public class ChangeWords {

    private final Messages messages;

    ChangeWords(Messages messages) {
        this.messages = messages;
    }

    /** Each field that people see, the wanted ones first, then those that help to judge. */
    List<Line> lines(Language language, ChangeKind kind, String subject, ChangeRequest.Values values) {
        var found = values.found();
        var names = Stream.concat(values.wanted().all().stream(), values.old().all().stream())
                .filter(fact -> fact.type() != Fact.Type.HIDDEN)
                .map(Fact::name)
                .distinct()
                .toList();
        return names.stream()
                .map(name -> {
                    var before = words(
                            language, kind, subject, values.old().find(name).orElse(null));
                    // A field that nobody wants to change stays as it is.
                    var after = values.wanted()
                            .find(name)
                            .map(fact -> words(language, kind, subject, fact))
                            .orElse(before);
                    return new Line(
                            label(language, kind, name),
                            before,
                            after,
                            found == null
                                    ? before
                                    : words(
                                            language,
                                            kind,
                                            subject,
                                            found.find(name).orElse(null)));
                })
                .toList();
    }

    /** Figures with their labels, such as those of a preview. */
    List<Line> figures(Language language, ChangeKind kind, String subject, Facts facts) {
        return facts.all().stream()
                .map(fact -> {
                    var value = words(language, kind, subject, fact);
                    return new Line(label(language, kind, fact.name()), value, value, value);
                })
                .toList();
    }

    /** What a request that waits would touch, and what deserves a second look. */
    Look look(Actor reader, Language language, ChangeKind kind, ChangeRequest request) {
        return look(
                reader,
                language,
                kind,
                request.what().subject(),
                request.values().wanted());
    }

    Look look(Actor reader, Language language, ChangeKind kind, String subject, Facts wanted) {
        return new Look(
                figures(language, kind, subject, kind.preview(reader, subject, wanted)),
                kind.cautions(language, subject, wanted));
    }

    private String label(Language language, ChangeKind kind, String field) {
        return messages.text(language, "change.fact." + kind.name() + "." + field);
    }

    private String words(Language language, ChangeKind kind, String subject, @Nullable Fact fact) {
        return fact == null ? "–" : kind.words(language, subject, fact).orElseGet(() -> byType(language, fact));
    }

    private String byType(Language language, Fact fact) {
        var value = fact.value();
        if (value == null) {
            return "–";
        }
        var formats = Formats.in(language);
        return switch (fact.type()) {
            case TEXT -> value;
            case DONG -> formats.dongWithUnit(new Dong(Long.parseLong(value)));
            case DATE -> formats.date(DateInput.parse(value));
            case COUNT -> formats.number(Long.parseLong(value));
            case RATE -> formats.rate(new AnnualRate(Long.parseLong(value)));
            case WORD -> messages.text(language, value);
            case HIDDEN -> "";
        };
    }

    /**
     * What a change touches.
     *
     * @param figures with their labels
     * @param cautions what deserves a second look
     */
    public record Look(List<Line> figures, List<String> cautions) {

        public static final Look NOTHING = new Look(List.of(), List.of());
    }

    /**
     * A field in words.
     *
     * @param before what the maker saw
     * @param after what it shall be
     * @param found what the tables held when the request was closed as stale; else as before
     */
    public record Line(String label, String before, String after, String found) {

        public boolean isChanged() {
            return !Objects.equals(before, after);
        }

        public boolean isStale() {
            return !Objects.equals(before, found);
        }
    }
}
