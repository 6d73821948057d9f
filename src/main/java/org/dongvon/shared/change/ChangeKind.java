package org.dongvon.shared.change;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A kind of change that two persons make, offered as a bean by the module that owns the data.
 *
 * <p>The maker's submission calls {@link #current} (what the maker sees) and {@link #check}; the approval calls both
 * again under lock, compares, and calls {@link #apply} in the same transaction.
 */
public interface ChangeKind {

    /** {@code <module>.<change>}, such as {@code programme.parameter}; its title is {@code change.kind.<name>}. */
    String name();

    /** Who may ask for it. */
    Set<Role> makers();

    /** Who may approve it, the lowest role first. Where it moves money, each of them up to its limit. */
    List<Role> approvers();

    /** Whether it must name a document of the register. */
    default boolean needsDocument() {
        return true;
    }

    /** The name of a subject for people. */
    default Label describe(String subject) {
        return Label.same(subject);
    }

    /** The people of the field whose data a page of the request shows; most kinds are of no person. */
    default List<Long> people(String subject) {
        return List.of();
    }

    /**
     * Whose request it is: the transaction point whose scope sees it, 0 for the country as a whole. The maker's scope
     * must hold it.
     */
    long pointId(Actor maker, String subject, Facts wanted);

    /**
     * The fields as the tables hold them now, in the order and with the names of those that are wanted; fields that
     * only help to judge may be added. Locks what it reads where the table allows it.
     *
     * @throws Refused when there is no such subject
     */
    Facts current(String subject, Facts wanted);

    /** The đồng that the change moves, which limits of approval go by; none where no money is touched. */
    default @Nullable Dong amount(Facts current, Facts wanted) {
        return null;
    }

    /** Refuses what the rules of the field do not allow, when it is asked for and again when it is approved. */
    default void check(Actor actor, String subject, Facts current, Facts wanted) {}

    /** Figures that help to judge what the change touches, in the reader's scope; shown to maker and checker. */
    default Facts preview(Actor reader, String subject, Facts wanted) {
        return Facts.none();
    }

    /**
     * What deserves a second look before it is asked for and before it is approved, each a sentence in the reader's
     * words: a relation that the law draws and the change breaks. Never a refusal.
     */
    default List<String> cautions(Language language, String subject, Facts wanted) {
        return List.of();
    }

    /**
     * Makes the change. Runs inside the transaction of the approval, after everything was checked under lock.
     *
     * @throws Refused when the tables refuse it after all; then the request keeps waiting
     */
    void apply(Actor checker, Approved approved);

    /** The value of a field in words of the kind's own; none leaves it to the field's type. */
    default Optional<String> words(Language language, String subject, Fact fact) {
        return Optional.empty();
    }

    /** The records whose history tells of such changes: those that the subject names, alone or before a colon. */
    default Subject.@Nullable Kind historyOf() {
        return null;
    }

    /** The page on which a maker asks for it; {@code ?former=<id>} fills it in from an earlier request. */
    String form(String subject);
}
