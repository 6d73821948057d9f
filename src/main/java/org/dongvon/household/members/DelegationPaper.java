package org.dongvon.household.members;

import java.util.List;
import org.dongvon.form.Forms;
import org.dongvon.form.Letterhead;
import org.dongvon.form.PrintedForm;
import org.dongvon.form.paper.Applicant;
import org.dongvon.form.paper.Delegation;
import org.dongvon.household.Born;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.household.members.HouseholdFile.Member;
import org.dongvon.organisation.PointPlaces;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.springframework.stereotype.Service;

/**
 * Prints the 01/UQ that the adults of a household sign, of today's members. What the loan is for is written by hand: a household
 * may authorise its borrower before it applies. Names stand on it whatever lists may say.
 */
@Service
class DelegationPaper {

    private final HouseholdFiles files;
    private final Adults adults;
    private final PointPlaces places;
    private final Messages messages;
    private final Forms forms;
    private final Transactions transactions;

    DelegationPaper(
            HouseholdFiles files,
            Adults adults,
            PointPlaces places,
            Messages messages,
            Forms forms,
            Transactions transactions) {
        this.files = files;
        this.adults = adults;
        this.places = places;
        this.messages = messages;
        this.forms = forms;
        this.transactions = transactions;
    }

    /**
     * The paper by which a household authorises one of its adults.
     *
     * @throws Refused {@link HouseholdRefusal#UNKNOWN_HOUSEHOLD}, {@link HouseholdRefusal#NOT_A_MEMBER}, {@link
     *     HouseholdRefusal#NOT_ADULT}
     */
    Printed print(Actor actor, String code, long borrower) {
        var filled = transactions.read(actor, () -> {
            var file = files.get(code);
            var day = file.place().openDay();
            var authorised = file.member(borrower);
            adults.require(authorised, day);
            var signers = adults.among(file.members(), day);
            var names = places.on(file.place().pointId(), day).map(PointPlaces.Place::names);
            var paper = new Delegation(
                    Letterhead.ofCitizen(file.place().point(), day),
                    applicant(
                            authorised,
                            file.hamlet() + ", "
                                    + names.map(PointPlaces.Names::toString)
                                            .orElse(file.place().point())),
                    signers.stream().map(this::signer).toList(),
                    "",
                    file.hamlet(),
                    names.map(PointPlaces.Names::commune).orElse(file.place().point()));
            return new Filled(paper, signers.stream().map(Member::id).toList());
        });
        return new Printed(forms.print(List.of(filled.paper()), code), filled.people());
    }

    private Applicant applicant(Member member, String address) {
        return new Applicant(
                member.who().name(),
                words(member.born()),
                messages.text(Language.VI, "person.sex." + member.sex()),
                "",
                member.who().identity(),
                "",
                address,
                "");
    }

    private static String words(Born born) {
        return born.yearOnly()
                ? Integer.toString(born.on().getYear())
                : Formats.in(Language.VI).date(born.on());
    }

    private Delegation.Member signer(Member member) {
        return new Delegation.Member(
                member.who().name(),
                member.born().on().getYear(),
                member.who().identity(),
                messages.text(Language.VI, "household.relation." + member.relation()));
    }

    /** The filled form, with whom it names. */
    private record Filled(Delegation paper, List<Long> people) {}

    /** The file, with whom it names. */
    record Printed(PrintedForm file, List<Long> people) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }
    }
}
