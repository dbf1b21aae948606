package org.hutong.resource;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys of the deployment. */
@Configuration(proxyBeanMethods = false)
class ResourceConfiguration {

    /** @param file two keys in hexadecimal; the same on every node of a deployment; made at the first start */
    @Bean
    FieldCipher fieldCipher(@Value("${hutong.keys-file:${hutong.data-dir:.hutong}/keys/master.key}") Path file) {
        return new FieldCipher(MasterKeys.at(file));
    }
}
