<?php
// WordPress fetches nothing from local addresses or odd ports, and is right. The site under test
// stands on one; it alone is let through.
add_filter('http_request_host_is_external', function ($is_external, $host) {
    return $is_external || $host === 'localhost';
}, 10, 2);
add_filter('http_allowed_safe_ports', function ($ports) {
    return array_merge($ports, [(int) getenv('OFFRAMP_PORT')]);
});
