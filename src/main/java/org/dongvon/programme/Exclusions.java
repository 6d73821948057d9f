package org.dongvon.programme;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Programmes that one household may not owe under at the same time: the dated rows of {@link TermCode#INCOMPATIBLE}. A
 * row of either programme holds both ways.
 */
@Component
public class Exclusions {

    private static final String NONE = "NONE";

    private final Programmes programmes;

    Exclusions(Programmes programmes) {
        this.programmes = programmes;
    }

    /**
     * The codes of the programmes that a programme does not go with on a day. Example: of {@code CANNGHEO} on 18/04/2024,
     * {@code HONGHEO}; of {@code HSSV}, none.
     */
    public Set<String> of(String programme, LocalDate day) {
        var book = programmes.current();
        return book.programmes().stream()
                .map(Programme::code)
                .flatMap(code -> named(book, code, day)
                        .filter(other -> code.equals(programme) || other.equals(programme))
                        .map(other -> code.equals(programme) ? other : code))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> named(ReferenceBook book, String programme, LocalDate day) {
        return book
                .terms()
                .find(programme, TermCode.INCOMPATIBLE, day)
                .filter(row -> !row.value().equals(NONE))
                .stream()
                .flatMap(row -> row.parts().stream());
    }
}
