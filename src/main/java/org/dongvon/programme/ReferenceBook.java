package org.dongvon.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.shared.Refused;

/**
 * Programmes, rates, caps and rules as they stood at one version.
 *
 * @param programmes all programmes in the order of the national list
 * @param rates all rate series
 * @param caps all caps, in the order of programmes and then of days
 * @param parameters all dated rules
 * @param terms the dated rules of each programme
 */
public record ReferenceBook(
        List<Programme> programmes, RateBook rates, List<Cap> caps, ParameterBook parameters, TermBook terms) {

    public ReferenceBook {
        programmes = List.copyOf(programmes);
        caps = List.copyOf(caps);
    }

    /** The programme of a code, if there is one. */
    public Optional<Programme> find(String code) {
        return programmes.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    /**
     * The programme of a code.
     *
     * @throws Refused {@link ProgrammeRefusal#UNKNOWN_PROGRAMME}
     */
    public Programme programme(String code) {
        return find(code).orElseThrow(() -> new Refused(ProgrammeRefusal.UNKNOWN_PROGRAMME, code));
    }

    /**
     * The programme of a number, which loans refer to.
     *
     * @throws Refused {@link ProgrammeRefusal#UNKNOWN_PROGRAMME}
     */
    public Programme programme(int id) {
        return programmes.stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refused(ProgrammeRefusal.UNKNOWN_PROGRAMME, Integer.toString(id)));
    }

    /**
     * A programme as its rules stand on a day. Example: {@code on("HONGHEO", 1/3/2019)} lends for at most 120 months.
     *
     * @throws Refused {@link ProgrammeRefusal#UNKNOWN_PROGRAMME}
     */
    public Programme on(String code, LocalDate day) {
        return programme(code).ruledBy(terms, day);
    }

    /** The caps of a programme, in order of days. */
    public List<Cap> capsOf(String programme) {
        return caps.stream().filter(each -> each.programme().equals(programme)).toList();
    }
}
