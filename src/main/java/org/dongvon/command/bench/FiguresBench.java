package org.dongvon.command.bench;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.dongvon.command.ShippedData;
import org.dongvon.report.figures.ImportFigures;
import org.dongvon.shared.Actor;
import org.dongvon.shared.table.TableFile;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code bench figures}: loads a file of published figures through the use case, beside a plain {@code COPY} of the same
 * bytes into a table of texts without keys, in turn. The ratio is how many times as long reading, checking each cell,
 * comparing with what is there and loading take.
 */
public final class FiguresBench {

    /** How many rows are loaded in each round. */
    private static final int ROWS = 100_000;

    private static final String HEADER = "unit,date,base,indicator,programme,association,source,value,scale,document\n";

    private static final String BARE = """
            create unlogged table public.bench_figure (unit text, date text, base text, indicator text, programme text,
                                                       association text, source text, value text, scale text, document text)
            """;

    private static final String COPY = "copy public.bench_figure from stdin with (format csv, header)";

    private final int rounds;

    public FiguresBench(int rounds) {
        this.rounds = rounds;
    }

    /** Runs it; {@code progress} gets a line for each round. */
    public Map<String, Object> run(BenchFolder below, Consumer<String> progress) throws Exception {
        try (var house = BenchHouse.open(below, 1, ShippedData::load)) {
            return measure(house.owner(), house.beans().getBean(ImportFigures.class), progress);
        }
    }

    private Map<String, Object> measure(DataSource owner, ImportFigures figures, Consumer<String> progress)
            throws SQLException, IOException {
        JdbcClient.create(owner).sql(BARE).update();
        List<Long> loads = new ArrayList<>();
        List<Long> copies = new ArrayList<>();
        // The first round of each warms up and is not counted.
        for (int round = 0; round <= rounds; round++) {
            var text = text(round);
            var file = new TableFile("figures.csv", text.getBytes(StandardCharsets.UTF_8));
            long start = System.nanoTime();
            figures.run(Actor.SYSTEM, UUID.randomUUID(), file);
            long loaded = System.nanoTime();
            copy(owner, text);
            long copied = System.nanoTime();
            progress.accept("round " + round + ": loaded in " + (loaded - start) / 1_000_000 + " ms, copied in "
                    + (copied - loaded) / 1_000_000 + " ms");
            if (round > 0) {
                loads.add((loaded - start) / 1000);
                copies.add((copied - loaded) / 1000);
            }
        }
        var facts = new LinkedHashMap<String, Object>();
        facts.put("benchmark", "figures");
        facts.put("rows", ROWS);
        facts.put("loadMicros", loads);
        facts.put("copyMicros", copies);
        facts.put(
                "ratio",
                BigDecimal.valueOf(median(loads)).divide(BigDecimal.valueOf(median(copies)), 1, RoundingMode.HALF_UP));
        return facts;
    }

    private static void copy(DataSource owner, String text) throws SQLException, IOException {
        try (var connection = owner.getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new StringReader(text));
        }
    }

    private static String text(int round) {
        var text = new StringBuilder(HEADER);
        for (int i = 0; i < ROWS; i++) {
            text.append("Xã số ")
                    .append(i / 4)
                    .append(",31/12/")
                    .append(2000 + round)
                    .append(",,outstanding,,")
                    .append(11 + i % 4)
                    .append(",,\"")
                    .append(i % 900 + 100)
                    .append(",5\",million,Báo cáo số ")
                    .append(i % 50)
                    .append('\n');
        }
        return text.toString();
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
