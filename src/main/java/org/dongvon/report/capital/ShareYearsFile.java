package org.dongvon.report.capital;

import java.util.ArrayList;
import java.util.List;
import org.dongvon.shared.table.Sheet;
import org.jspecify.annotations.Nullable;

/** The local share by year as a table for spreadsheets: one row a year, money in đồng. */
final class ShareYearsFile {

    /** The columns; the outside contract of the .csv. */
    static final List<String> FIELDS = List.of(
            "year",
            "day",
            "local",
            "total",
            "sharePercent",
            "nationalSharePercent",
            "localChange",
            "localTimes",
            "totalChange",
            "totalGrowthPercent",
            "localChangeSinceFirst",
            "localTimesSinceFirst",
            "totalChangeSinceFirst",
            "totalTimesSinceFirst",
            "document");

    private ShareYearsFile() {}

    /** The years in their order. */
    static List<List<@Nullable Object>> rows(ShareYearsStatement statement) {
        return statement.years().stream()
                .map(year -> cells(year, statement.documents(year.year())))
                .toList();
    }

    private static List<@Nullable Object> cells(ShareYearsStatement.Year year, String documents) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(year.year());
        cells.add(year.day());
        cells.add(year.local());
        cells.add(year.total());
        cells.add(year.sharePercent());
        cells.add(year.nationalSharePercent());
        cells.add(year.sinceBefore().local().change());
        cells.add(year.sinceBefore().local().times());
        cells.add(year.sinceBefore().total().change());
        cells.add(year.sinceBefore().total().growthPercent());
        cells.add(year.sinceFirst().local().change());
        cells.add(year.sinceFirst().local().times());
        cells.add(year.sinceFirst().total().change());
        cells.add(year.sinceFirst().total().times());
        cells.add(documents);
        return cells;
    }

    /** A sheet with titles above the columns. */
    static Sheet sheet(ShareYearsStatement statement, List<String> titles) {
        return new Sheet(
                statement.unit(),
                List.of(),
                titles,
                rows(statement).stream()
                        .map(cells -> new Sheet.Row(cells, false))
                        .toList());
    }
}
