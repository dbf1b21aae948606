package org.hutong.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** Starts the server. */
@Modulithic(systemName = "Hutong")
@ConfigurationPropertiesScan("org.hutong")
@SpringBootApplication(scanBasePackages = "org.hutong")
public class Hutong {
    public static void main(String[] args) {
        SpringApplication.run(Hutong.class, args);
    }
}
