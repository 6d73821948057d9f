package org.dongvon.loan.risk;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dongvon.shared.Role;

/** A way on the map of a dossier's steps; docs/domain/risk.md draws it, and {@code loan.risk_transition} holds the same rows. */
public record Transition(Move move, Step from, Step to, Role role) {

    /** The whole map. */
    static final List<Transition> MAP = Stream.of(
                    ways(Move.SUBMIT, Step.DRAFT, Step.AT_COMMUNE, Role.GROUP_HEAD, Role.CREDIT_OFFICER),
                    ways(Move.RESUBMIT, Step.RETURNED, Step.AT_COMMUNE, Role.GROUP_HEAD, Role.CREDIT_OFFICER),
                    ways(Move.WITHDRAW, Step.DRAFT, Step.WITHDRAWN, Role.GROUP_HEAD, Role.CREDIT_OFFICER),
                    ways(Move.WITHDRAW, Step.AT_COMMUNE, Step.WITHDRAWN, Role.GROUP_HEAD, Role.CREDIT_OFFICER),
                    ways(Move.WITHDRAW, Step.RETURNED, Step.WITHDRAWN, Role.GROUP_HEAD, Role.CREDIT_OFFICER),
                    ways(Move.CONFIRM, Step.AT_COMMUNE, Step.CONFIRMED, Role.COMMUNE_OFFICIAL),
                    ways(Move.REFUSE, Step.AT_COMMUNE, Step.REFUSED, Role.COMMUNE_OFFICIAL),
                    ways(Move.RETURN, Step.AT_COMMUNE, Step.RETURNED, Role.COMMUNE_OFFICIAL),
                    ways(Move.CHECK, Step.CONFIRMED, Step.CHECKED, Role.CREDIT_OFFICER, Role.DIRECTOR),
                    ways(Move.RETURN, Step.CONFIRMED, Step.RETURNED, Role.CREDIT_OFFICER, Role.DIRECTOR),
                    ways(Move.LIST, Step.CHECKED, Step.LISTED, Role.DIRECTOR),
                    ways(Move.RETURN, Step.CHECKED, Step.RETURNED, Role.DIRECTOR),
                    ways(Move.RETURN, Step.LISTED, Step.RETURNED, Role.DIRECTOR),
                    ways(Move.REJECT, Step.LISTED, Step.REFUSED, Role.DIRECTOR),
                    ways(Move.DECIDE, Step.LISTED, Step.DECIDED, Role.DIRECTOR, Role.MANAGER))
            .flatMap(List::stream)
            .toList();

    private static List<Transition> ways(Move move, Step from, Step to, Role... roles) {
        return Stream.of(roles)
                .map(role -> new Transition(move, from, to, role))
                .toList();
    }

    /** Where a role's move leads from a step, if it may make it there. */
    static Optional<Step> target(Role role, Move move, Step from) {
        return MAP.stream()
                .filter(way -> way.move() == move && way.from() == from && way.role() == role)
                .map(Transition::to)
                .findFirst();
    }

    /** Whether a role ever makes a move. */
    static boolean isOf(Role role, Move move) {
        return MAP.stream().anyMatch(way -> way.move() == move && way.role() == role);
    }

    /** What a role may do at a step by its own word. */
    public static List<Move> movesOf(Role role, Step from) {
        return MAP.stream()
                .filter(way -> way.from() == from && way.role() == role && way.move() != Move.DECIDE)
                .map(Transition::move)
                .toList();
    }

    /** The steps at which something waits for a role: it may go on there, and not merely end it. */
    public static List<Step> waitingFor(Role role) {
        return MAP.stream()
                .filter(way -> way.role() == role && way.move() != Move.WITHDRAW)
                .map(Transition::from)
                .distinct()
                .toList();
    }
}
