package org.dongvon.shared.change;

import java.time.Instant;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.Approved.Place;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits for a second person, or was decided by one.
 *
 * @param id its identifier, by which pages are addressed
 * @param number what people call it: {@code LECHAN-01-DN26-0007}, the seventh of its point in 2026
 * @param what which kind of change of which thing
 * @param place whose it is, and the open day on which it was made
 * @param values what the maker saw, what they want, and the money it moves
 * @param basis the reason, the document, the request it corrects
 * @param maker who asked for it
 * @param outcome what became of it
 */
public record ChangeRequest(
        long id, String number, What what, Place place, Values values, Basis basis, Signature maker, Outcome outcome) {

    /** The key of a kind and the code of the thing within it. */
    public record What(String kind, String subject) {}

    /**
     * Old and new.
     *
     * @param old what the maker saw
     * @param wanted what it shall be
     * @param amount the đồng that it moves
     * @param found what the tables held when it was found stale
     */
    public record Values(
            Facts old,
            Facts wanted,
            @Nullable Dong amount,
            @Nullable Facts found) {}

    /** Who did a step, and when. */
    public record Signature(long account, long person, Role role, String name, Instant at) {}

    /** The state, with who decided and why; a waiting or withdrawn request has no checker. */
    public record Outcome(
            ChangeState state,
            @Nullable Signature checker,
            @Nullable Instant at,
            @Nullable String note) {}

    public boolean isWaiting() {
        return outcome.state() == ChangeState.WAITING;
    }
}
