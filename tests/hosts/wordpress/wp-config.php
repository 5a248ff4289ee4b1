<?php
// WordPress for the tests: its database behind a socket of its own, nothing fetched from outside
// but our page.
define('DB_HOST', 'localhost:' . getenv('OFFRAMP_SOCKET'));
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
    define("{$name}_KEY", 'a test');
    define("{$name}_SALT", 'a test');
}
define('WP_HTTP_BLOCK_EXTERNAL', true); // "localhost" stays within reach
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
