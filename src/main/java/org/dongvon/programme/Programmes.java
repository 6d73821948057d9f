package org.dongvon.programme;

import java.util.List;
import java.util.Optional;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Component;

/** The credit programmes of the bank, with their rules, as of now. */
@Component
public class Programmes {

    private final Reference reference;

    Programmes(Reference reference) {
        this.reference = reference;
    }

    /** All reference data as of now, to compute a whole use case with. */
    public ReferenceBook current() {
        return reference.current();
    }

    /** All programmes in the order of the national list. */
    public List<Programme> list() {
        return reference.current().programmes();
    }

    /** The programme of a code, if there is one. Example: {@code find("HONGHEO")}. */
    public Optional<Programme> find(String code) {
        return reference.current().find(code);
    }

    /**
     * The programme of a code.
     *
     * @throws Refused {@link ProgrammeRefusal#UNKNOWN_PROGRAMME}
     */
    public Programme get(String code) {
        return reference.current().programme(code);
    }

    /**
     * The programme of a number, 1 to 32, which loans refer to.
     *
     * @throws Refused {@link ProgrammeRefusal#UNKNOWN_PROGRAMME}
     */
    public Programme get(int id) {
        return reference.current().programme(id);
    }

    /** The caps of a programme, all days. */
    public List<Cap> caps(String code) {
        return reference.current().capsOf(code);
    }

    /** The dated rules: due dates, order of collection, sizes of groups. */
    public ParameterBook parameters() {
        return reference.current().parameters();
    }
}
