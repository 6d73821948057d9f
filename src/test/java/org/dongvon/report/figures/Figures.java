package org.dongvon.report.figures;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dongvon.document.Mark;
import org.dongvon.report.PublishedFigure;
import org.dongvon.shared.table.BadCell;
import org.dongvon.shared.table.TableFile;
import org.dongvon.shared.text.Label;

/** Figures from rows as a file has them. */
final class Figures {

    static final String HEADER = "unit,date,base,indicator,programme,association,source,value,scale,document";

    private static final FigureCodes.Known KNOWN = new FigureCodes.Known(
            Set.of("HONGHEO", "HSSV"),
            Map.of("HND", "HND", "HPN", "HPN", "CCB", "CCB", "DTN", "DTN", "11", "HND", "12", "HPN"));

    private Figures() {}

    /** What a file of rows holds. */
    static FigureReader.Content read(String... rows) {
        var file = new TableFile("a.csv", (HEADER + "\n" + String.join("\n", rows)).getBytes(UTF_8));
        return new FigureReader(KNOWN).read(file.read(FigureReader.COLUMNS));
    }

    /** Column and rule of each bad cell. */
    static List<String> bad(String... rows) {
        return read(rows).bad().stream().map(Figures::text).toList();
    }

    private static String text(BadCell bad) {
        return bad.row() + " " + bad.column() + " " + bad.why().refusal().name();
    }

    /** Good rows as figures. */
    static List<PublishedFigure> of(String... rows) {
        var content = read(rows);
        if (!content.bad().isEmpty()) {
            throw new IllegalArgumentException(bad(rows).toString());
        }
        return content.rows().stream().map(Figures::figure).toList();
    }

    private static PublishedFigure figure(FigureRow row) {
        return new PublishedFigure(
                row.place(),
                row.amount(),
                new PublishedFigure.Printed(row.words(), row.document(), Mark.FOUND, false),
                false,
                false,
                false,
                new Label("", ""));
    }
}
