package org.dongvon.programme;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dongvon.document.LoadDocuments;
import org.dongvon.document.ShippedFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the database to the reference data that this build ships, when the files differ from those that were last
 * loaded. Runs after the migrations as the owner of the tables.
 *
 * <p>Rows that people entered are never touched, and none is deleted. A rate that is stored is never rewritten, and a
 * row is added to a series only after its last one: loans have counted with the rest.
 */
public final class LoadReference {

    private static final List<String> FILES =
            List.of("documents", "programmes", "terms", "series", "rates", "caps", "parameters");

    private static final String LOADED = """
            select shipped_hash from programme.reference_version
            """;

    // Two processes that start at once: the second waits here, and then sees the first one's hash.
    private static final String LOCK = """
            select shipped_hash from programme.reference_version for update
            """;

    private static final String REMEMBER = """
            update programme.reference_version set shipped_hash = :hash
            """;

    /** In this order: what refers to a row comes after it. */
    private static final List<Map.Entry<String, String>> STEPS = List.of(
            Map.entry("programmes", LoadProgrammes.UPSERT),
            Map.entry("programmes", LoadProgrammes.CLEAR_BASIS),
            Map.entry("programmes", LoadProgrammes.INSERT_BASIS),
            Map.entry("terms", LoadProgrammes.UPSERT_TERMS),
            Map.entry("series", LoadRates.UPSERT_SERIES),
            Map.entry("rates", LoadRates.INSERT),
            Map.entry("rates", LoadRates.EXPLAIN),
            Map.entry("caps", LoadProgrammes.UPDATE_CAPS),
            Map.entry("caps", LoadProgrammes.INSERT_CAPS),
            Map.entry("parameters", LoadProgrammes.UPSERT_PARAMETERS));

    private LoadReference() {}

    /** Loads what this build ships, in one transaction; does nothing when it is loaded already. */
    public static void run(DataSource owner) {
        run(owner, FILES.stream().map(ShippedFile::read).toList());
    }

    static void run(DataSource owner, List<ShippedFile> files) {
        var db = JdbcClient.create(owner);
        var hash = hash(files);
        if (db.sql(LOADED).query(String.class).single().equals(hash)) {
            return;
        }
        new TransactionTemplate(new JdbcTransactionManager(owner)).executeWithoutResult(status -> {
            if (!db.sql(LOCK).query(String.class).single().equals(hash)) {
                load(db, files.stream().collect(Collectors.toMap(ShippedFile::name, file -> file)));
                db.sql(REMEMBER).param("hash", hash).update();
            }
        });
    }

    private static void load(JdbcClient db, Map<String, ShippedFile> files) {
        LoadDocuments.run(db, file(files, "documents"));
        for (var step : STEPS) {
            db.sql(step.getValue())
                    .param("rows", file(files, step.getKey()).json())
                    .update();
        }
        RateIndex.refresh(db);
    }

    private static ShippedFile file(Map<String, ShippedFile> files, String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    private static String hash(List<ShippedFile> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.forEach(file -> digest.update((file.name() + '\n' + file.text()).getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
