package org.hutong.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

import org.hutong.postgres.EmbeddedPostgres;
import org.junit.jupiter.api.Test;

class GoldenSchemaTest {

    @Test
    void theSchemaThatShipsIsTheOneThatWasReviewed() throws Exception {
        Committed.assertEqual(Path.of("golden.sql"), SchemaText.of(MigratedDatabase.postgres().owner()));
    }

    @Test
    void runningItMakesTheSameSchema() throws Exception {
        EmbeddedPostgres postgres = MigratedDatabase.postgres();
        String golden = SchemaText.of(postgres.owner());
        postgres.createDatabase("golden", null);
        try (Connection connection = postgres.owner().on("golden").connect(); Statement statement = connection.createStatement()) {
            statement.execute(golden);
        }
        assertThat(SchemaText.of(postgres.owner().on("golden"))).isEqualTo(golden);
        postgres.dropDatabase("golden");
    }
}
