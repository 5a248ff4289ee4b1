<?php
// For PHP's own server: MediaWiki's entry points and files as they are, uploads from our folder.
$path = urldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
if (strpos($path, '/uploaded/') === 0) {
    $root = realpath(getenv('OFFRAMP_HOME') . '/images');
    $file = realpath($root . substr($path, strlen('/uploaded')));
    if ($file === false || strpos($file, $root) !== 0) {
        http_response_code(404);
        return true;
    }
    header('Content-Type: ' . (substr($file, -4) === '.svg' ? 'image/svg+xml' : mime_content_type($file)));
    readfile($file);
    return true;
}
return false;
