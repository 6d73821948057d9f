package org.dongvon.savings;

import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.RateChange;
import org.dongvon.engine.interest.RateSeries;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.springframework.stereotype.Component;

/** The rate of demand deposits by date: the rule {@code MEMBER_DEPOSIT_RATE}. */
@Component
public class DemandRates {

    private final Programmes programmes;

    DemandRates(Programmes programmes) {
        this.programmes = programmes;
    }

    /** The rates as of now. */
    public RateSeries current() {
        var rows = programmes.current().parameters().rows().stream()
                .filter(row -> row.code() == ParameterCode.MEMBER_DEPOSIT_RATE)
                .map(row -> {
                    var rate = AnnualRate.ofPercent(row.value());
                    return new RateChange(row.validFrom(), rate, rate);
                })
                .toList();
        return RateSeries.of(ParameterCode.MEMBER_DEPOSIT_RATE.name(), rows);
    }
}
