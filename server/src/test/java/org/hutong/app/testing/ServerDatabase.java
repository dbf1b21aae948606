package org.hutong.app.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives each Spring context of a {@link ServerTest} a database and a data directory of its own; the {@link TestDatabase} is a bean there. */
class ServerDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestDatabases.fresh();
        context.getBeanFactory().registerSingleton("testDatabase", database);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", Map.of(
                "hutong.data-dir", dataDirectory().toString(),
                "hutong.database.url", database.ownerLogin().url(),
                "hutong.database.owner-user", database.ownerLogin().user(),
                "hutong.database.owner-password", database.ownerLogin().password(),
                "hutong.database.app-user", database.appLogin().user(),
                "hutong.database.app-password", database.appLogin().password())));
    }

    private static Path dataDirectory() {
        try {
            Path directory = Files.createTempDirectory("hutong-server-test-");
            directory.toFile().deleteOnExit();
            return directory;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
