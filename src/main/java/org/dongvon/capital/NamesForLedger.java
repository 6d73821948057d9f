package org.dongvon.capital;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dongvon.ledger.EntryNames;
import org.dongvon.programme.Programme;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names programmes and capital contracts on the pages of the ledger. */
@Component
class NamesForLedger implements EntryNames {

    private static final String CONTRACTS = """
            select id, code from capital.contract where id = any (:ids)
            """;

    private final Programmes programmes;
    private final JdbcClient db;

    NamesForLedger(Programmes programmes, JdbcClient db) {
        this.programmes = programmes;
        this.db = db;
    }

    @Override
    public Map<Integer, Label> programmes() {
        return programmes.current().programmes().stream().collect(Collectors.toMap(Programme::id, Programme::name));
    }

    @Override
    public Map<Long, String> contracts(Collection<Long> ids) {
        Map<Long, String> result = new HashMap<>();
        db.sql(CONTRACTS).param("ids", ids.toArray(Long[]::new)).query(row -> {
            result.put(row.getLong("id"), row.getString("code"));
        });
        return result;
    }
}
