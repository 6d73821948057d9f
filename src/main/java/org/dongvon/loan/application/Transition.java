package org.dongvon.loan.application;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dongvon.shared.Role;

/**
 * A way on the map of an application's steps; docs/domain/application.md draws it, and {@code loan.transition} holds the
 * same rows.
 */
public record Transition(Path path, Move move, Step from, Step to, Role role) {

    /** The whole map. */
    static final List<Transition> MAP = Stream.of(
                    ways(Role.GROUP_HEAD, Move.SUBMIT, Step.AT_GROUP, Step.DRAFT),
                    ways(
                            Role.GROUP_HEAD,
                            Move.WITHDRAW,
                            Step.WITHDRAWN,
                            Step.DRAFT,
                            Step.AT_GROUP,
                            Step.ACCEPTED,
                            Step.AT_COMMUNE,
                            Step.CONFIRMED,
                            Step.AT_BANK,
                            Step.RETURNED_BY_ASSOCIATION,
                            Step.RETURNED_BY_COMMUNE,
                            Step.RETURNED_BY_BANK),
                    ways(Role.GROUP_HEAD, Move.ACCEPT, Step.ACCEPTED, Step.AT_GROUP),
                    ways(Role.GROUP_HEAD, Move.REJECT, Step.REJECTED, Step.AT_GROUP),
                    ways(Role.ASSOCIATION_STAFF, Move.SEND, Step.AT_COMMUNE, Step.ACCEPTED),
                    ways(Role.ASSOCIATION_STAFF, Move.RETURN, Step.RETURNED_BY_ASSOCIATION, Step.ACCEPTED),
                    ways(Role.COMMUNE_OFFICIAL, Move.CONFIRM, Step.CONFIRMED, Step.AT_COMMUNE),
                    ways(Role.COMMUNE_OFFICIAL, Move.REFUSE, Step.REFUSED, Step.AT_COMMUNE),
                    ways(Role.COMMUNE_OFFICIAL, Move.RETURN, Step.RETURNED_BY_COMMUNE, Step.AT_COMMUNE),
                    ways(Role.CREDIT_OFFICER, Move.RECEIVE, Step.AT_BANK, Step.CONFIRMED),
                    ways(Role.CREDIT_OFFICER, Move.RETURN, Step.RETURNED_BY_BANK, Step.AT_BANK),
                    ways(Role.GROUP_HEAD, Move.RESUBMIT, Step.ACCEPTED, Step.RETURNED_BY_ASSOCIATION),
                    ways(Role.GROUP_HEAD, Move.RESUBMIT, Step.AT_COMMUNE, Step.RETURNED_BY_COMMUNE),
                    ways(Role.GROUP_HEAD, Move.RESUBMIT, Step.AT_BANK, Step.RETURNED_BY_BANK),
                    ways(Role.DIRECTOR, Move.APPROVE, Step.APPROVED, Step.AT_BANK),
                    ways(Role.MANAGER, Move.APPROVE, Step.APPROVED, Step.AT_BANK),
                    ways(Role.DIRECTOR, Move.DECLINE, Step.DECLINED, Step.AT_BANK),
                    ways(Role.MANAGER, Move.DECLINE, Step.DECLINED, Step.AT_BANK),
                    ways(Role.CREDIT_OFFICER, Move.NOTIFY, Step.NOTIFIED, Step.APPROVED),
                    ways(Role.CREDIT_OFFICER, Move.CANCEL, Step.CANCELLED, Step.APPROVED, Step.NOTIFIED),
                    ways(Role.TELLER, Move.PAY_OUT, Step.PAID_OUT, Step.NOTIFIED),
                    ways(Role.CONTROLLER, Move.PAY_OUT, Step.PAID_OUT, Step.NOTIFIED),
                    direct(Role.CREDIT_OFFICER, Move.FILE, Step.AT_BANK, Step.DRAFT),
                    direct(
                            Role.CREDIT_OFFICER,
                            Move.WITHDRAW,
                            Step.WITHDRAWN,
                            Step.DRAFT,
                            Step.AT_BANK,
                            Step.RETURNED_BY_BANK),
                    direct(Role.CREDIT_OFFICER, Move.RETURN, Step.RETURNED_BY_BANK, Step.AT_BANK),
                    direct(Role.CREDIT_OFFICER, Move.RESUBMIT, Step.AT_BANK, Step.RETURNED_BY_BANK),
                    direct(Role.DIRECTOR, Move.APPROVE, Step.APPROVED, Step.AT_BANK),
                    direct(Role.MANAGER, Move.APPROVE, Step.APPROVED, Step.AT_BANK),
                    direct(Role.DIRECTOR, Move.DECLINE, Step.DECLINED, Step.AT_BANK),
                    direct(Role.MANAGER, Move.DECLINE, Step.DECLINED, Step.AT_BANK),
                    direct(Role.CREDIT_OFFICER, Move.SIGN, Step.CONTRACTED, Step.APPROVED),
                    direct(Role.CREDIT_OFFICER, Move.CANCEL, Step.CANCELLED, Step.APPROVED, Step.CONTRACTED),
                    direct(Role.CONTROLLER, Move.PAY_OUT, Step.PAID_OUT, Step.CONTRACTED))
            .flatMap(List::stream)
            .toList();

    private static List<Transition> ways(Role role, Move move, Step to, Step... from) {
        return on(Path.ENTRUSTED, role, move, to, from);
    }

    private static List<Transition> direct(Role role, Move move, Step to, Step... from) {
        return on(Path.DIRECT, role, move, to, from);
    }

    private static List<Transition> on(Path path, Role role, Move move, Step to, Step... from) {
        return Stream.of(from)
                .map(step -> new Transition(path, move, step, to, role))
                .toList();
    }

    /** Where a move leads from a step, if it starts there. */
    static Optional<Step> target(Path path, Move move, Step from) {
        return MAP.stream()
                .filter(way -> way.path() == path && way.move() == move && way.from() == from)
                .map(Transition::to)
                .findFirst();
    }

    /** Whether a role ever makes a move. */
    static boolean isOf(Role role, Move move) {
        return MAP.stream().anyMatch(way -> way.move() == move && way.role() == role);
    }

    /** Whether a role makes this move from this place. */
    static boolean isOf(Role role, Move move, Spot from) {
        return MAP.stream()
                .anyMatch(way ->
                        way.move() == move && way.role() == role && way.spot().equals(from));
    }

    /** Whether a role may change there what an application says: it is a draft or was returned, and the role sends it on. */
    public static boolean mayMend(Role role, Spot at) {
        return (at.step() == Step.DRAFT || at.step().isReturned())
                && Stream.of(Move.SUBMIT, Move.FILE, Move.RESUBMIT).anyMatch(move -> isOf(role, move, at));
    }

    /** What a role may do at a place by its own word. */
    public static List<Move> movesOf(Role role, Spot from) {
        return MAP.stream()
                .filter(way -> way.spot().equals(from)
                        && way.role() == role
                        && way.move().isPlain())
                .map(Transition::move)
                .toList();
    }

    /** The places at which something waits for a role: it may go on there, and not merely end it. */
    public static List<Spot> waitingFor(Role role) {
        return MAP.stream()
                .filter(way -> way.role() == role && way.move() != Move.WITHDRAW && way.move() != Move.CANCEL)
                .map(Transition::spot)
                .distinct()
                .toList();
    }

    /** Every place that an application may be at, path by path. */
    public static List<Spot> spots() {
        return MAP.stream()
                .flatMap(way -> Stream.of(way.spot(), new Spot(way.path(), way.to())))
                .distinct()
                .sorted(Comparator.comparing(Spot::path).thenComparing(Spot::step))
                .toList();
    }

    private Spot spot() {
        return new Spot(path, from);
    }

    /** A place on the map: a step of one of the paths. */
    public record Spot(Path path, Step step) {}
}
