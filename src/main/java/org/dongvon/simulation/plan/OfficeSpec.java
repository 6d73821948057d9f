package org.dongvon.simulation.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dongvon.shared.Role;
import org.jspecify.annotations.Nullable;

/**
 * What a demonstration office is to look like.
 *
 * @param place where it is
 * @param time when its books begin, and its open day
 * @param points its transaction points, without the direct one
 * @param directDays days of the month on which direct loans are paid out and repaid
 * @param contracts the money it lends
 * @param programmes its loans
 * @param staff who logs in
 * @param guests loans that are wanted exactly so
 */
public record OfficeSpec(
        Place place,
        Time time,
        List<PointSpec> points,
        List<Integer> directDays,
        List<ContractSpec> contracts,
        List<ProgrammeSpec> programmes,
        List<StaffSpec> staff,
        List<Guest> guests) {

    public OfficeSpec {
        points = List.copyOf(points);
        directDays = List.copyOf(directDays);
        contracts = List.copyOf(contracts);
        programmes = List.copyOf(programmes);
        staff = List.copyOf(staff);
        guests = List.copyOf(guests);
    }

    /** All loans that are wanted: those of the programmes, then those of the guests. */
    List<ProgrammeSpec> wanted() {
        return Stream.concat(
                        programmes.stream(),
                        guests.stream()
                                .map(Guest::loan)
                                .filter(Objects::nonNull)
                                .map(GuestLoan::loan))
                .toList();
    }

    /** Codes and names; {@code prefix} begins the numbers of its loans. */
    public record Place(
            String code, String name, String address, String prefix, String province, String provinceName) {}

    /**
     * Days.
     *
     * @param firstDay its first business day
     * @param openDay its open day when all is done
     * @param shortTerm months of loans that are repaid, or overdue, within the history
     */
    public record Time(LocalDate firstDay, LocalDate openDay, int shortTerm) {}

    /** A transaction point: its session day, and how many groups come to it. */
    public record PointSpec(
            String code, String name, String address, int sessionDay, int groups, List<String> hamlets) {

        public PointSpec {
            hamlets = List.copyOf(hamlets);
        }
    }

    /** A capital contract, all of it granted to the office. */
    public record ContractSpec(
            String code, String source, String owner, String decision, LocalDate signedOn, long millions) {}

    /** Somebody of the staff. */
    public record StaffSpec(String login, String name, Role role) {}

    /**
     * A group, or one loan in it, that other texts speak of.
     *
     * @param point the point's code
     * @param group the group's number at the point
     * @param hamlet where it is
     * @param association who leads it
     * @param head its head
     * @param members how many members; 0 for any
     * @param loan a loan of one of its members, if one is wanted
     */
    public record Guest(
            String point,
            int group,
            String hamlet,
            String association,
            PersonName head,
            int members,
            @Nullable GuestLoan loan) {}

    /** A name, and whether it is a woman's. */
    public record PersonName(String name, boolean woman) {}

    /** One loan, with who borrows it. */
    public record GuestLoan(PersonName borrower, ProgrammeSpec loan) {}
}
