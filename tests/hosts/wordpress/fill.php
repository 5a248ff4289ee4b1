<?php
// Installs WordPress by its own function and publishes posts, each by a user of the role it names:
// the filters for that role have the last word on what is stored.
//
//   php fill.php <folder of WordPress> <its address> <posts.json     prints {"name": {id, stored}}
[, $folder, $address] = $argv;
$_SERVER['HTTP_HOST'] = parse_url($address, PHP_URL_HOST) . ':' . parse_url($address, PHP_URL_PORT);
define('WP_INSTALLING', true);
function wp_new_blog_notification() {} // a letter to the administrator, who has no letter box
require "$folder/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Hosts', 'administrator', 'administrator@example.org', true, '', 'a long password');
update_option('siteurl', $address);
update_option('home', $address);
wp_insert_user(['user_login' => 'author', 'user_pass' => 'another long password', 'role' => 'author']);

$done = [];
foreach (json_decode(stream_get_contents(STDIN), true) as $name => $post) {
    $user = get_user_by('login', $post['role']);
    wp_set_current_user($user->ID);
    $id = wp_insert_post(wp_slash([
        'post_title' => $name,
        'post_content' => $post['content'],
        'post_status' => 'publish',
    ]), true);
    if (is_wp_error($id)) {
        fwrite(STDERR, $id->get_error_message());
        exit(1);
    }
    $done[$name] = ['id' => $id, 'stored' => get_post($id)->post_content];
}
echo json_encode($done);
