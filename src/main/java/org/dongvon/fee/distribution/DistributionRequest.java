package org.dongvon.fee.distribution;

import org.dongvon.capital.CapitalRequest;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.timeline.Subject;

/** A change of a distributed month, asked for and decided where capital is kept: the contract is its basis. The subject is {@link ContractMonth}. */
interface DistributionRequest extends CapitalRequest {

    /** The figures of a month. */
    static Facts figures(Dong collected, Dong carried, Parts parts) {
        return with(Facts.none(), collected, carried, parts);
    }

    /** Facts, and after them the figures of a month. */
    static Facts with(Facts facts, Dong collected, Dong carried, Parts parts) {
        return facts.dong("collected", collected)
                .dong("carried", carried)
                .dong("risk", parts.risk())
                .dong("managed", parts.managed())
                .dong("boards", parts.boards())
                .dong("added", parts.added());
    }

    /** What limits of approval are asked by: all that is distributed, and a đồng where that is nothing. */
    static Dong distributed(Facts figures) {
        var all = figures.dongOf("risk")
                .plus(figures.dongOf("managed"))
                .plus(figures.dongOf("boards"))
                .plus(figures.dongOf("added"));
        return all.isPositive() ? all : new Dong(1);
    }

    @Override
    default boolean needsDocument() {
        return false;
    }

    @Override
    default Subject.Kind historyOf() {
        return Subject.Kind.CONTRACT;
    }

    @Override
    default Label describe(String subject) {
        var of = ContractMonth.parse(subject);
        return new Label(
                of.contract() + ", " + Formats.in(Language.VI).month(of.first()),
                of.contract() + ", " + Formats.in(Language.EN).month(of.first()));
    }
}
