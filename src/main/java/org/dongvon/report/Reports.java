package org.dongvon.report;

import java.util.Comparator;
import java.util.List;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Service;

/** The registry of reports. */
@Service
public class Reports {

    private final List<Report> reports;

    Reports(List<Report> reports) {
        this.reports =
                reports.stream().sorted(Comparator.comparing(Report::name)).toList();
    }

    /** All reports by name. */
    public List<Report> list() {
        return reports;
    }

    /**
     * The report of a name.
     *
     * @throws Refused {@link ReportRefusal#UNKNOWN_REPORT}
     */
    public Report get(String name) {
        return reports.stream()
                .filter(report -> report.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(ReportRefusal.UNKNOWN_REPORT, name));
    }
}
