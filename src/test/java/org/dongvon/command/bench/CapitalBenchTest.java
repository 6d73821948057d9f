package org.dongvon.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CapitalBenchTest {

    @Test
    void measuresStatementsBesideAPlainScanOfTheSameTotals() throws Exception {
        var facts = new CapitalBench(108 * 40, 2).run(new BenchFolder(null), line -> {});

        assertThat(facts)
                .containsEntry("loans", 4_320)
                .containsEntry("movements", 12_960L)
                .containsEntry("statementsAgree", true)
                .containsEntry("sourcesAgree", true)
                .containsKeys("ratio", "statementMedianMillis", "sourcesMillis");
        System.out.println("CAPITAL " + facts);
    }
}
