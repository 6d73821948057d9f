package org.dongvon.group.change;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.group.GroupRefusal;
import org.dongvon.group.change.GroupBook.Household;
import org.dongvon.shared.Refused;

/** Households that found or join a group, by their codes. */
final class Newcomers {

    private Newcomers() {}

    /**
     * The households of codes with a space between them.
     *
     * @throws Refused {@link GroupRefusal#HOUSEHOLD_TWICE}, {@link GroupRefusal#UNKNOWN_HOUSEHOLD_OF_GROUP}
     */
    static List<Household> of(Desk desk, String codes, LocalDate day) {
        var wanted = Arrays.asList(codes.split(" "));
        if (wanted.stream().distinct().count() != wanted.size()) {
            throw new Refused(GroupRefusal.HOUSEHOLD_TWICE);
        }
        var found = desk.book().households(wanted, day);
        if (found.size() != wanted.size()) {
            var known = found.stream().map(Household::code).toList();
            throw new Refused(
                    GroupRefusal.UNKNOWN_HOUSEHOLD_OF_GROUP,
                    wanted.stream()
                            .filter(each -> !known.contains(each))
                            .findFirst()
                            .orElseThrow());
        }
        return found;
    }

    /**
     * Of this point, near the group's hamlet (V02), and in no group yet.
     *
     * @throws Refused {@link GroupRefusal#HOUSEHOLD_OF_OTHER_POINT}, {@link GroupRefusal#HAMLET_NOT_ADJACENT}, {@link
     *     GroupRefusal#HOUSEHOLD_IN_A_GROUP}
     */
    static void check(Desk desk, List<Household> households, long pointId, String hamlet) {
        for (var each : households) {
            if (each.pointId() != pointId) {
                throw new Refused(GroupRefusal.HOUSEHOLD_OF_OTHER_POINT, each.code());
            }
        }
        desk.rules()
                .requireNear(
                        pointId,
                        hamlet,
                        households.stream().map(Household::hamlet).toList());
        desk.book().inSomeGroup(households.stream().map(Household::id).toList()).ifPresent(code -> {
            throw new Refused(GroupRefusal.HOUSEHOLD_IN_A_GROUP, code);
        });
    }

    /** The subject of a change by which they come to a group. */
    static String subject(String code, List<Household> households) {
        return Stream.concat(
                        Stream.of(code),
                        households.stream()
                                .map(each -> String.valueOf(each.speaker().id())))
                .collect(Collectors.joining(":"));
    }
}
